import { note } from '../command-line.ts'
import { EXIT } from '../exit-code.ts'
import { readPeople } from '../people-file.ts'
import { prepare, read, submit } from './file-inspection.ts'
import type { Filing } from './file-inspection.ts'
import { filingAsJson, filingAsText } from './file-report.ts'
import type { InspectionRequest } from './file-request.ts'
import { OfficeClient } from './office-client.ts'
import { printForm } from './print-form.ts'
import { readUnitFile } from './unit-file.ts'

/** `shebao file inspection`: the files are read and judged before anything is sent; what is sent may be sent again. */
export async function runInspection(request: InspectionRequest): Promise<number> {
  const filing = await readFiles(request)
  if ('problems' in filing) {
    note(...filing.problems)
    return EXIT.usage
  }
  const client = new OfficeClient(request.office)
  const prepared = await prepare(client, request, filing)
  const submission = request.signer === undefined ? undefined : await submit(client, prepared.checked, request)
  const { id } = prepared.checked
  const version = async () => (await read(client, id)).version
  const printed = await printForm(client, request, submission, { id, version })
  const report = { request, filing, prepared, submission, printed }
  process.stdout.write(request.json ? filingAsJson(report) : filingAsText(report))
  const incomplete = submission ? submission.kind === 'INCOMPLETE' : prepared.checked.verdict === 'INCOMPLETE'
  return incomplete || printed === 'NOTHING' ? EXIT.refused : EXIT.ok
}

async function readFiles({
  unit,
  list,
  sheet,
  language,
}: InspectionRequest): Promise<Filing | { problems: readonly string[] }> {
  const answers = unit === undefined ? undefined : await readUnitFile(unit, language)
  const people = list === undefined ? undefined : await readPeople({ path: list, sheet, language })
  const problems = [
    ...(answers && !answers.ok ? answers.problems : []),
    ...(people && !people.ok ? [`[${people.refusal.code}] ${people.refusal.message}`] : []),
  ]
  if (problems.length > 0) return { problems }
  return { changes: answers?.ok ? answers.changes : undefined, people: people?.ok ? people.file : undefined }
}
