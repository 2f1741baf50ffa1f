import { addMonths, firstDayOf, period } from '@shebao/kernel'
import { proposeFigure } from '../features/register/figure/index.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer } from './demo-viewer.ts'

/** The officer asks for questions to be answered sooner from next month on: what is left is that a second person publishes it. */
export async function playFigures(platform: Platform): Promise<void> {
  const officer = await findDemoViewer(platform, { staffNo: 'S1001' })
  const next = addMonths(period(platform.clock.today().slice(0, 7)), 1)
  const proposed = await proposeFigure(platform, officer, 'demo', {
    name: 'QUESTION_ANSWER_DAYS',
    value: 8,
    validFrom: firstDayOf(next),
    reason: '去年九成的咨询在八个工作日内答复，可以这样承诺（示例）',
  })
  if (typeof proposed === 'string') throw new Error(`The demo's figure was not proposed (${proposed}).`)
}
