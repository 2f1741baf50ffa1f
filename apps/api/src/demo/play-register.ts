import type { DemoUnit } from '@shebao/prisma/seed'
import { findOpenOnlineFilings } from '../features/register/employer/index.ts'
import { decideOnlineFiling } from '../features/register/online-filing/index.ts'
import { keepAttachment, keepVisitorFile } from '../features/register/attachment/index.ts'
import { requestChange, stepChange } from '../features/register/particulars-change/index.ts'
import type { ChangeRequest } from '../features/register/particulars-change/index.ts'
import { beginRegistration, submitRegistration } from '../features/register/registration/index.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer } from './demo-viewer.ts'

const origin = 'demo'
const barred = '1101090019'

/** What happens to a unit besides declaring and paying: one that may file online no more, one that registers by itself. */
export async function playRegister(platform: Platform, units: readonly DemoUnit[]): Promise<void> {
  await playWithdrawal(platform, units)
  await playRegistration(platform)
  await playChanges(platform, units)
}

const stated = {
  creditCode: '91110105MA0CLM5W0R',
  name: '新芽儿童用品有限公司',
  unitType: 'ENTERPRISE',
  industry: 'F',
  registeredAddress: '北京市朝阳区新芽路8号',
  legalRepName: '苏新芽',
  legalRepIdNumber: '11010519491231002X',
  legalRepPhone: '13800000008',
  contactName: '何登记',
  contactMobile: '13800000009',
  bankName: '示范银行朝阳支行',
  bankAccountName: '新芽儿童用品有限公司',
  bankAccountNumber: '0200004509000131558',
} as const
/** One white point. */
export const whitePoint =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

type Asked = Omit<ChangeRequest, 'files' | 'validFrom'>
const moves: Asked = {
  kind: 'ADDRESS',
  values: [
    { field: 'REGISTERED_ADDRESS', value: '北京市朝阳区示范东路26号' },
    { field: 'DISTRICT', value: '110105' },
  ],
  reason: '办公地址搬迁，营业执照已变更',
}
const changesHandler: Asked = {
  kind: 'CONTACT',
  values: [
    { field: 'CONTACT_NAME', value: '顾接手' },
    { field: 'CONTACT_PHONE', value: '13800000026' },
  ],
  reason: '经办人调岗',
}
const moved = '1101070010'
const handedOver = '1101060004'

/** A change of address that waits for the officer, and a change of handler that was refused with its reason. */
async function playChanges(platform: Platform, units: readonly DemoUnit[]): Promise<void> {
  await ask(platform, units, moved, moves)
  const id = await ask(platform, units, handedOver, changesHandler)
  if (id === undefined) return
  const officer = await findDemoViewer(platform, { staffNo: 'S1001' })
  const reason = '授权委托书没有盖公章。请盖章后重新扫描，再提交一次'
  const outcome = await stepChange(platform, officer, origin, 'REFUSE', { id, reason })
  if (outcome.kind === 'REFUSED') throw new Error(`A demo change was not refused: ${outcome.problems.join()}.`)
}

async function ask(
  platform: Platform,
  units: readonly DemoUnit[],
  number: string,
  asked: Asked,
): Promise<string | undefined> {
  const unit = units.find(({ registrationNo }) => registrationNo === number)
  if (!unit) return undefined
  const clerk = await findDemoViewer(platform, { employerId: unit.id })
  const bytes = Buffer.from(whitePoint, 'base64')
  const kept = await keepAttachment(platform, clerk, { bytes, name: '证明材料.png', origin })
  if (kept.kind === 'refused') throw new Error(`Demo evidence was refused: ${kept.code}.`)
  const input = { ...asked, validFrom: platform.clock.today(), files: [kept.attachment.id] }
  const outcome = await requestChange(platform, clerk, origin, input)
  if (outcome.kind === 'REFUSED') throw new Error(`A demo change was not taken: ${outcome.reason}.`)
  return outcome.change.id
}

/** Waits for the officer. */
async function playRegistration(platform: Platform): Promise<void> {
  const originHash = platform.vault.lookupHash('registration-origin', origin)
  const { id, number, secret } = await beginRegistration(platform, origin, originHash)
  const bytes = Buffer.from(whitePoint, 'base64')
  const kept = await keepVisitorFile(platform, id, { bytes, name: '营业执照.png', origin })
  if (kept.kind === 'refused') throw new Error(`A demo licence was refused: ${kept.code}.`)
  const given = { typed: stated, files: [kept.attachment.id] }
  const sent = await submitRegistration(platform, origin, { number, secret }, given)
  if (sent.kind === 'REFUSED') throw new Error(`A demo registration was refused: ${sent.reason}.`)
}

async function playWithdrawal(platform: Platform, units: readonly DemoUnit[]): Promise<void> {
  const unit = units.find(({ registrationNo }) => registrationNo === barred)
  if (!unit) return
  const officer = await findDemoViewer(platform, { staffNo: 'S1001' })
  const [filing] = await findOpenOnlineFilings(platform, unit.id)
  const reason = '按登记地址无法联系，请携带营业执照到窗口核实'
  const outcome = await decideOnlineFiling(platform, officer, origin, 'WITHDRAW', {
    id: filing?.id ?? '',
    reason,
  })
  if (typeof outcome === 'string') throw new Error(`A demo approval was not withdrawn: ${outcome}.`)
}
