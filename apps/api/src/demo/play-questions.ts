import type { TeachingCase, TeachingPerson } from '@shebao/prisma/seed'
import { addMonths, civilDateAt, period } from '@shebao/kernel'
import {
  answerQuestion,
  askQuestion,
  closeQuestion,
  ensureArticles,
  handOverQuestion,
  rateQuestion,
} from '../features/desk/question/index.ts'
import type { QuestionInput } from '../features/desk/question/index.ts'
import { keepAttachment } from '../features/register/attachment/index.ts'
import type { InsuredPerson } from '../access/viewer.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer, findInsured } from './demo-viewer.ts'
import { whitePoint } from './play-register.ts'

const origin = 'demo'

/** What insured people asked: open, late, answered, closed, a correction with a paper, and one that another office has now. */
export async function playQuestions(
  platform: Platform,
  teaching: readonly TeachingPerson[],
  current: string,
): Promise<void> {
  await ensureArticles(platform)
  const officer = await findDemoViewer(platform, { staffNo: 'S1001' })
  const asker = (which: TeachingCase) => {
    const found = teaching.find(({ shows }) => shows === which)
    if (!found) throw new Error(`Nobody in the demo shows ${which}.`)
    return findInsured(platform, found.person)
  }
  const month = (back: number) => addMonths(period(current), -back)

  const gap = await asker('LEFT_OUT')
  await ask(daysAgo(platform, 21), gap, {
    topic: 'GAP',
    about: 'MONTH',
    period: month(3),
    insurance: 'PENSION',
    text: '这个月我一直在上班，工资也发了，为什么没有看到养老保险到账？',
  })
  const answered = await ask(platform, gap, {
    topic: 'TRANSFER',
    about: 'NOTHING',
    text: '我以前在外地缴过两年养老保险，现在还算不算？',
  })
  await step(
    answerQuestion(platform, officer, origin, {
      id: answered,
      text: '算。养老保险关系随本人转移，缴费年限累计计算（社会保险法第十九条）。请凭外地参保凭证到窗口办理转移接续。',
    }),
  )
  const closed = await ask(daysAgo(platform, 9), gap, {
    topic: 'CARD',
    about: 'CARD',
    text: '社保卡换卡期间去医院怎么结算？',
  })
  await step(
    answerQuestion(daysAgo(platform, 7), officer, origin, {
      id: closed,
      text: '换卡期间可以到窗口领取临时卡，在有效期内凭临时卡结算。',
    }),
  )
  await step(rateQuestion(daysAgo(platform, 6), gap, origin, { id: closed, rating: 5, word: '说得很清楚' }))
  await step(closeQuestion(daysAgo(platform, 6), gap, origin, { id: closed }))
  const two = await asker('TWO_EMPLOYERS')
  await ask(platform, two, {
    topic: 'BASE',
    about: 'MONTH',
    period: month(2),
    text: '换了单位以后缴费基数比工资低，是按什么算的？',
  })
  const handed = await ask(platform, two, {
    topic: 'EMPLOYER',
    about: 'NOTHING',
    text: '原单位拖欠我两个月工资，能不能在这里要回来？',
  })
  await step(
    handOverQuestion(platform, officer, origin, {
      id: handed,
      office: '示例区劳动保障监察大队',
      address: '示例区示例路 8 号一层大厅',
      reason: '拖欠工资由劳动保障监察机构处理，不属于社会保险经办机构的职责。',
    }),
  )
  const kept = await keepAttachment(platform, two, {
    bytes: Buffer.from(whitePoint, 'base64'),
    name: '工资单.png',
    origin,
  })
  if (kept.kind !== 'kept') throw new Error(`The demo's paper was refused: ${kept.code}`)
  await ask(platform, two, {
    kind: 'CORRECTION',
    topic: 'RECORD',
    about: 'MONTH',
    period: month(1),
    text: '上个月的月平均工资登记错了，工资单见附件。',
    proposed: '月平均工资应为 12000 元',
    files: [kept.attachment.id],
  })
}

const dayMs = 24 * 3_600_000
/** The office as it was so many days ago. */
function daysAgo(platform: Platform, days: number): Platform {
  const then = new Date(platform.clock.now().getTime() - days * dayMs)
  return { ...platform, clock: { ...platform.clock, now: () => then, today: () => civilDateAt(then) } }
}

async function ask(
  platform: Platform,
  asker: InsuredPerson,
  given: Pick<QuestionInput, 'topic' | 'about' | 'text'> & Partial<QuestionInput>,
): Promise<string> {
  const input = { askingKey: crypto.randomUUID(), kind: 'QUESTION' as const, files: [], ...given }
  return step(askQuestion(platform, asker, origin, input))
}

async function step(taking: ReturnType<typeof askQuestion>): Promise<string> {
  const taken = await taking
  if (typeof taken === 'string') throw new Error(`A question of the demo was refused: ${taken}`)
  return taken.id
}
