import { writeFile } from 'node:fs/promises'
import { note } from '../command-line.ts'
import { EXIT } from '../exit-code.ts'
import { prepare, read, submit } from '../filing/file-inspection.ts'
import type { Filing, Prepared, Submission } from '../filing/file-inspection.ts'
import { filingAsJson, filingAsText } from '../filing/file-report.ts'
import { readFileRequest } from '../filing/file-request.ts'
import type { FileRequest } from '../filing/file-request.ts'
import { FILE_WORDS, wordRefusal } from '../filing/file-words.ts'
import { OfficeClient, OfficeRefusal, OfficeUnreachable } from '../filing/office-client.ts'
import { readUnitFile } from '../filing/unit-file.ts'
import { terminalLanguage } from '../language.ts'
import { readPeople } from '../people-file.ts'

/**
 * `shebao file inspection`: files with the office as its site does, with an access token. The files are read and judged before anything
 * is sent; what is sent may be sent again.
 */
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
  const filing = await readFiles(request)
  if ('problems' in filing) {
    note(...filing.problems)
    return EXIT.usage
  }
  try {
    return await fileWith(new OfficeClient(request.office), request, filing)
  } catch (error) {
    return say(error, request)
  }
}

async function readFiles({
  unit,
  list,
  sheet,
  language,
}: FileRequest): Promise<Filing | { problems: readonly string[] }> {
  const answers = unit === undefined ? undefined : await readUnitFile(unit, language)
  const people = list === undefined ? undefined : await readPeople({ path: list, sheet, language })
  const problems = [
    ...(answers && !answers.ok ? answers.problems : []),
    ...(people && !people.ok ? [`[${people.refusal.code}] ${people.refusal.message}`] : []),
  ]
  if (problems.length > 0) return { problems }
  return { changes: answers?.ok ? answers.changes : undefined, people: people?.ok ? people.file : undefined }
}

async function fileWith(client: OfficeClient, request: FileRequest, filing: Filing): Promise<number> {
  const prepared = await prepare(client, request, filing)
  const submission = request.signer === undefined ? undefined : await submit(client, prepared.checked, request)
  const printed = await print(client, request, prepared, submission)
  const report = { request, filing, prepared, submission, printed }
  process.stdout.write(request.json ? filingAsJson(report) : filingAsText(report))
  const incomplete = submission ? submission.kind === 'INCOMPLETE' : prepared.checked.verdict === 'INCOMPLETE'
  return incomplete || printed === 'NOTHING' ? EXIT.refused : EXIT.ok
}

/** The form of the last version that was submitted. */
async function print(
  client: OfficeClient,
  { print: path, language }: FileRequest,
  { checked }: Prepared,
  submission: Submission | undefined,
): Promise<string | undefined> {
  // What was only tried has no form.
  if (path === undefined || submission?.kind === 'INCOMPLETE' || (submission && submission.undone)) return undefined
  const version = submission?.receipt.version ?? (await read(client, checked.id)).version
  if (version === 0) return 'NOTHING'
  const bytes = await client.download(`/documents/inspection/${checked.id}/${version}.pdf?lang=${language}`)
  try {
    await writeFile(path, bytes)
  } catch {
    throw new OfficeRefusal('CANNOT_WRITE', FILE_WORDS[language].cannotWrite(path))
  }
  return path
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
