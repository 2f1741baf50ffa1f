import { saveDistrict } from '../features/office/district/index.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer } from './demo-viewer.ts'

const offices = [
  {
    code: 'DB',
    nameZh: '东部经办处（示范）',
    nameEn: 'Eastern Office (demo)',
    regions: ['110101', '110105', '110112', '110113', '110115'],
  },
  {
    code: 'XB',
    nameZh: '西部经办处（示范）',
    nameEn: 'Western Office (demo)',
    regions: ['110102', '110106', '110107', '110108', '110109', '110111', '110114'],
  },
]

/** Two offices divide the city but for its outer districts, which are the whole agency's; nobody of the staff was sent to one yet. */
export async function playDistricts(platform: Platform): Promise<void> {
  const head = await findDemoViewer(platform, { staffNo: 'S1003' })
  for (const office of offices) {
    const saved = await saveDistrict(platform, 'demo', head, office)
    if (typeof saved !== 'string') throw new Error(`The demo office ${office.code} was refused: ${saved.reason}.`)
  }
}
