import adviser from './da/adviser.json';
import agency from './da/agency.json';
import common from './da/common.json';
import help from './da/help.json';
import leader from './da/leader.json';
import mail from './da/mail.json';
import publicPages from './da/public.json';

export const words = { adviser, agency, common, help, leader, mail, public: publicPages };
