import type { DemoUnit } from '@shebao/prisma/seed'
import { findOpenOnlineFilings } from '../features/register/employer/index.ts'
import { decideOnlineFiling } from '../features/register/online-filing/index.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer } from './demo-viewer.ts'

const origin = 'demo'
const barred = '1101090019'

/** What happens to a unit besides declaring and paying: one that may file online no more. */
export async function playRegister(platform: Platform, units: readonly DemoUnit[]): Promise<void> {
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
