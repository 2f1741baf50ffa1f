import { note } from '../command-line.ts'
import { EXIT } from '../exit-code.ts'
import { readPeople } from '../people-file.ts'
import { prepareMonthly, submitMonthly } from './file-monthly.ts'
import type { MonthlyRequest } from './file-request.ts'
import { monthlyAsJson, monthlyAsText } from './monthly-report.ts'
import { OfficeClient } from './office-client.ts'
import { printForm } from './print-form.ts'

/** `shebao file monthly`: the draft becomes the changes of the file; what is sent may be sent again. */
export async function runMonthly(request: MonthlyRequest): Promise<number> {
  const { list: path, sheet, language } = request
  const read = path === undefined ? undefined : await readPeople({ path, sheet, language })
  if (read && !read.ok) {
    note(`[${read.refusal.code}] ${read.refusal.message}`)
    return EXIT.usage
  }
  const client = new OfficeClient(request.office)
  const checked = await prepareMonthly(client, request, read?.file)
  const submission = request.signer === undefined ? undefined : await submitMonthly(client, checked, request)
  const { id } = checked
  const printed = await printForm(client, request, submission, { id, version: () => Promise.resolve(checked.version) })
  const report = { request, uploaded: read?.file.rows.length, checked, submission, printed }
  process.stdout.write(request.json ? monthlyAsJson(report) : monthlyAsText(report))
  const incomplete = submission ? submission.kind === 'INCOMPLETE' : checked.judgement.verdict === 'INCOMPLETE'
  return incomplete || printed === 'NOTHING' ? EXIT.refused : EXIT.ok
}
