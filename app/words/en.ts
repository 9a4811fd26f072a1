import adviser from './en/adviser.json';
import agency from './en/agency.json';
import common from './en/common.json';
import help from './en/help.json';
import leader from './en/leader.json';
import mail from './en/mail.json';
import publicPages from './en/public.json';

export const words = { adviser, agency, common, help, leader, mail, public: publicPages };
