import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import type { Language } from '#app/words/make-words.ts';
import { letterHtml } from './letter-html.server.ts';

export type Letter = { id: string; recipient: string; subject: string; body: string; language: Language };
/** Sends mail out: through an SMTP server, or into files if none is configured. */
export type Postbox = { send(letter: Letter): Promise<void> };

export function makePostbox(given: { smtpUrl: string | undefined; dataDir: string; from: string }): Postbox {
  if (given.smtpUrl === undefined) return filePostbox(path.join(given.dataDir, 'outbox'), given.from);
  const transport = nodemailer.createTransport(given.smtpUrl);
  return {
    async send(letter) {
      await transport.sendMail({ ...mailOf(letter, given.from), messageId: `<${letter.id}@vejlederbevis>` });
    },
  };
}

const mailOf = (letter: Letter, from: string) => ({
  from,
  to: letter.recipient,
  subject: letter.subject,
  text: letter.body,
  html: letterHtml(letter),
});

/** Writes mail as `.eml` files named by their id, so that sending one twice writes the same file. */
function filePostbox(folder: string, from: string): Postbox {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(letter) {
      mkdirSync(folder, { recursive: true });
      const made = await transport.sendMail(mailOf(letter, from));
      await writeFile(path.join(folder, `${letter.id}.eml`), made.message as Buffer);
    },
  };
}
