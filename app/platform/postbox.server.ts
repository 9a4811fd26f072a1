import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';

export type Letter = { id: string; recipient: string; subject: string; body: string };
/** Where mail leaves the house: an SMTP server, or files where there is none. */
export type Postbox = { send(letter: Letter): Promise<void> };

export function makePostbox(given: { smtpUrl: string | undefined; dataDir: string; from: string }): Postbox {
  if (given.smtpUrl === undefined) return filePostbox(path.join(given.dataDir, 'outbox'), given.from);
  const transport = nodemailer.createTransport(given.smtpUrl);
  return {
    async send({ id, recipient, subject, body }) {
      await transport.sendMail({
        from: given.from,
        to: recipient,
        subject,
        text: body,
        messageId: `<${id}@vejlederbevis>`,
      });
    },
  };
}

/** Mail as `.eml` files, named by their id, so that sending one twice writes the same file. */
function filePostbox(folder: string, from: string): Postbox {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send({ id, recipient, subject, body }) {
      mkdirSync(folder, { recursive: true });
      const made = await transport.sendMail({ from, to: recipient, subject, text: body });
      await writeFile(path.join(folder, `${id}.eml`), made.message as Buffer);
    },
  };
}
