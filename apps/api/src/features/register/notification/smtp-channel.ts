import { createTransport } from 'nodemailer'
import type { Environment } from '../../../platform/environment.ts'
import { failed } from './channel.ts'
import type { Attempt, Channel } from './channel.ts'

const connectMs = 20_000
const silenceMs = 60_000

type Settings = Pick<Environment, 'mode' | 'publicUrl'> & { mail: NonNullable<Environment['mail']> }

/** E-mail through the office's own server: plain text, from one address. In production nothing goes over a wire in clear. */
export function createSmtpChannel({ mode, publicUrl, mail }: Settings): Channel {
  const { protocol, hostname, port, username, password } = new URL(mail.url)
  const transport = createTransport({
    host: hostname,
    ...(port ? { port: Number(port) } : {}),
    secure: protocol === 'smtps:',
    requireTLS: mode === 'production' && !isThisMachine(hostname),
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    pool: true,
    maxConnections: 2,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const host = new URL(publicUrl).hostname
  return {
    async send({ id, to, language, title, text }) {
      try {
        await transport.sendMail({
          from: mail.from,
          to: { name: '', address: to },
          subject: title,
          text,
          textEncoding: 'base64',
          messageId: `<${id}@${host}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
        })
        return { sent: true }
      } catch (error) {
        return attemptOf(error)
      }
    },
    close: () => transport.close(),
  }
}

const isThisMachine = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host)

/** The text of a server's answer is not kept: it may repeat the address. */
function attemptOf(error: unknown): Attempt {
  const { code, responseCode = 0, command = '' } = error as { code?: string; responseCode?: number; command?: string }
  if (code === 'EAUTH') return failed('NOT_LOGGED_IN', false)
  const refused = responseCode >= 500
  if (refused && command.startsWith('RCPT')) return failed('ADDRESS_REFUSED', true)
  return refused ? failed('REFUSED', true) : failed('UNREACHABLE', false)
}
