import { note } from '../command-line.ts'
import { EXIT } from '../exit-code.ts'
import { readFileRequest } from '../filing/file-request.ts'
import type { FileRequest } from '../filing/file-request.ts'
import { FILE_WORDS } from '../filing/file-words.ts'
import { OfficeRefusal, OfficeUnreachable } from '../filing/office-client.ts'
import { wordRefusal } from '../filing/refusal-words.ts'
import { runInspection } from '../filing/run-inspection.ts'
import { runMonthly } from '../filing/run-monthly.ts'
import { terminalLanguage } from '../language.ts'

/** `shebao file inspection` and `shebao file monthly`: files with the office as its site does, with an access token. */
export async function run(argv: string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(`${FILE_WORDS[terminalLanguage()].usage}\n`)
    return EXIT.ok
  }
  const request = readFileRequest(argv)
  if ('problem' in request) {
    note(request.problem, FILE_WORDS[request.language].usage)
    return EXIT.usage
  }
  try {
    return await (request.what === 'inspection' ? runInspection(request) : runMonthly(request))
  } catch (error) {
    return say(error, request)
  }
}

function say(error: unknown, { language, json, office }: FileRequest): number {
  const words = FILE_WORDS[language]
  const unreachable = error instanceof OfficeUnreachable
  if (!unreachable && !(error instanceof OfficeRefusal)) throw error
  const code = unreachable ? 'UNREACHABLE' : error.code
  const message = unreachable
    ? words.unreachable(office.url, error.message)
    : wordRefusal(code, detailOf(error), language)
  if (json) process.stdout.write(`${JSON.stringify({ ok: false, problem: { code, message } })}\n`)
  else note(message)
  return unreachable ? EXIT.unreachable : EXIT.refused
}

function detailOf({ code, message, details }: OfficeRefusal): string {
  const { scope, what, retryAt, field } = details
  if (code === 'SCOPE_MISSING' && typeof scope === 'string') return `${scope} (${typeof what === 'string' ? what : ''})`
  if (code === 'TOO_MANY_REQUESTS' && typeof retryAt === 'string') return retryAt
  return typeof field === 'string' ? `${field}: ${message}` : message
}
