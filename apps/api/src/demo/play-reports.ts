import type { DemoUnit } from '@shebao/prisma/seed'
import type { InsuredPerson } from '../access/viewer.ts'
import { checkReport, decideReport, handInReport, noteFinding } from '../features/desk/report/index.ts'
import type { NewReport } from '../features/desk/report/index.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer } from './demo-viewer.ts'

const origin = 'demo'

/** Two reports about employers: one that is being checked, and one that was found true and waits for the collection office. */
export async function playReports(platform: Platform, units: readonly DemoUnit[]): Promise<void> {
  const officer = await findDemoViewer(platform, { staffNo: 'S1001' })
  const reviewer = await findDemoViewer(platform, { staffNo: 'S1002' })
  const checked = await report(platform, units, '段续', {
    kind: 'UNDERPAID',
    words: '工资里每月都扣了我的部分，想请社保机构核对单位是否足额缴纳。',
  })
  if (checked) await checkReport(platform, officer, origin, { id: checked })
  const found = await report(platform, units, '连转', {
    kind: 'WRONG_BASE',
    saidBase: 1_500_000,
    words: '合同写明月工资一万五千元，工资条也是，单位按低的基数申报。',
  })
  if (!found) return
  await checkReport(platform, officer, origin, { id: found })
  await noteFinding(platform, officer, origin, { id: found, finding: '经查，单位申报的工资低于实际支付的工资。' })
  await decideReport(platform, reviewer, origin, {
    id: found,
    event: 'SUBSTANTIATE',
    answer: '您反映的情况经核查属实，已移交征缴部门处理，将责令单位限期补足。',
  })
}

/** By this person, of their present employer, for this year. */
async function report(
  platform: Platform,
  units: readonly DemoUnit[],
  name: string,
  said: Pick<NewReport, 'kind' | 'words' | 'saidBase'>,
): Promise<string | undefined> {
  const here = ({ person, toPeriod }: DemoUnit['enrolments'][number]) => person.name === name && toPeriod === null
  const unit = units.find(({ enrolments }) => enrolments.some(here))
  const person = unit?.enrolments.find(here)?.person
  if (!unit || !person) return undefined
  const to = platform.clock.today().slice(0, 7)
  const outcome = await handInReport(platform, insured(person.id), {
    ...said,
    requestKey: crypto.randomUUID(),
    employerId: unit.id,
    from: `${to.slice(0, 4)}-01`,
    to,
    files: [],
  })
  if (typeof outcome === 'string') throw new Error(`The demo report of ${unit.registrationNo} was refused: ${outcome}`)
  return outcome.id
}

/** As who signs in for the first time would be: nothing of a report says by which account it came. */
const insured = (individualId: string): InsuredPerson => ({
  kind: 'INSURED',
  accountId: crypto.randomUUID(),
  sessionId: '',
  stage: 'FULL',
  displayName: '',
  language: 'zh-CN',
  expiresAt: new Date('9999-12-31T00:00:00Z'),
  individualId,
})
