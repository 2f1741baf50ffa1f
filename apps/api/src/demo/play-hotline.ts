import { addDays, civilDate, civilDateAt } from '@shebao/kernel'
import type { WrapUp } from '@shebao/hotline'
import type { DemoPerson, TeachingPerson } from '@shebao/prisma/seed'
import type { Viewer } from '../access/viewer.ts'
import {
  answerCall,
  beginCall,
  checkCaller,
  endCall,
  hangUp,
  takeCall,
  takeDownForCaller,
  takeName,
} from '../features/desk/hotline/index.ts'
import type { TicketForCaller } from '../features/desk/hotline/index.ts'
import { ensureScripts, proposeScript, ScriptRefused, stepScript } from '../features/desk/hotline-script/index.ts'
import type { ScriptProposal } from '../features/desk/hotline-script/index.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer } from './demo-viewer.ts'

const origin = 'demo'
const caller = 'tel:+8613800000021'
/** A second of silence as a WAV file: eight thousand samples of one byte. */
function silence(): Uint8Array {
  const head = Buffer.from('UklGRmQfAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YUAfAAA=', 'base64')
  return Buffer.concat([head, Buffer.alloc(8000, 128)])
}

/** What agents say, calls of the last weeks with how they ended, and one that waits now. */
export async function playHotline(platform: Platform, teaching: readonly TeachingPerson[]): Promise<void> {
  await playScripts(platform)
  await playPastCalls(platform, teaching)
  const person = teaching.find(({ person: { cardStatus } }) => cardStatus === 'INACTIVE')?.person
  if (!person) return
  // Somebody called to activate a card, said the name and hung up: an agent finds the call.
  const callId = await dial(platform, caller, ['1', '1', person.idNumber, person.cardNumber.replace(/^[A-Z]/, '')])
  await takeName(platform, { callId, step: 'NAME' }, silence())
}

const stepsOfKeys = ['LANGUAGE', 'MENU', 'ID_NUMBER', 'CARD_NUMBER'] as const

/** A call that keys these in, one after the other. */
async function dial(platform: Platform, from: string, keys: readonly string[]): Promise<string> {
  const callId = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/.exec(await beginCall(platform, from))?.[0] ?? ''
  for (const [place, keyed] of keys.entries())
    await answerCall(platform, { callId, step: stepsOfKeys[place] ?? '' }, keyed)
  return callId
}

/** The office as it was so many days ago, its agents at the telephone. */
function daysAgo(platform: Platform, days: number): Platform {
  const then = new Date(platform.clock.now().getTime() - days * 86_400_000)
  return {
    ...platform,
    environment: { ...platform.environment, hotlineAgents: 'tel:+861012333' },
    clock: { ...platform.clock, now: () => then, today: () => civilDateAt(then) },
  }
}

interface PastCall {
  readonly days: number
  readonly from: string
  readonly english?: true
  readonly agent: Viewer
  /** Who was checked; nothing: nobody was. */
  readonly person?: DemoPerson | undefined
  readonly ticket?: Pick<TicketForCaller, 'topic' | 'text' | 'callBack'>
  readonly outcome: WrapUp
  readonly note?: string
}

async function playPastCalls(platform: Platform, teaching: readonly TeachingPerson[]): Promise<void> {
  const [officer, reviewer] = [
    await findDemoViewer(platform, { staffNo: 'S1001' }),
    await findDemoViewer(platform, { staffNo: 'S1002' }),
  ]
  const [first, second] = teaching.flatMap(({ shows, person }) =>
    person.cardStatus === 'NORMAL' && (shows === 'MACAU' || shows === 'TAIWAN') ? [person] : [],
  )
  const from = (end: number) => `tel:+86139000000${end}`
  const calls: readonly PastCall[] = [
    { days: 20, from: from(31), english: true, agent: officer, outcome: 'NOT_IDENTIFIED' },
    {
      days: 16,
      from: from(32),
      agent: officer,
      person: first,
      outcome: 'INFORMED',
      note: '问近三个月是否缴费，已照记录答复',
    },
    {
      days: 13,
      from: from(33),
      agent: officer,
      person: second,
      ticket: { topic: 'BENEFIT', text: '在外地出差时受伤，工伤认定应当由哪里受理？' },
      outcome: 'QUESTION_TAKEN',
      note: '问异地工伤认定，已代录',
    },
    { days: 9, from: from(34), agent: reviewer, outcome: 'OTHER_OFFICE', note: '单位拖欠工资，已告知劳动保障监察' },
    { days: 6, from: from(35), agent: officer, outcome: 'CUT_OFF' },
    {
      days: 4,
      from: from(32),
      agent: officer,
      person: first,
      outcome: 'TO_WINDOW',
      note: '忘了卡密码，已告知带证件到窗口重置',
    },
    {
      days: 3,
      from: from(36),
      agent: officer,
      person: first,
      ticket: { topic: 'TRANSFER', text: '转移办到哪一步了？想请经办人打电话说明。', callBack: '139 0000 0036' },
      outcome: 'CALL_BACK',
      note: '问转移进度，要求回电',
    },
    { days: 2, from: from(37), agent: reviewer, outcome: 'INFORMED', note: '问窗口办公时间' },
    {
      days: 1,
      from: from(33),
      agent: officer,
      person: second,
      ticket: { topic: 'GAP', text: '上个月的缴费什么时候能看到？请回电。', callBack: '139 0000 0033' },
      outcome: 'CALL_BACK',
      note: '问上月缴费，要求回电',
    },
  ]
  for (const call of calls) await playCall(daysAgo(platform, call.days), call)
  // Two who did not wait for anybody.
  for (const days of [7, 1]) {
    const then = daysAgo(platform, days)
    await hangUp(then, await dial(then, from(38), ['1']))
  }
}

async function playCall(then: Platform, { from, english, agent, person, ticket, outcome, note }: PastCall) {
  const id = await dial(then, from, [english ? '2' : '1', '0'])
  await allowed(takeCall(then, agent, origin, id))
  if (person) {
    const { idNumber, cardNumber, name } = person
    await allowed(checkCaller(then, agent, origin, { id, idNumber, cardNumber, name }))
  }
  if (ticket) {
    const asking = { id, askingKey: crypto.randomUUID(), about: 'NOTHING' as const, ...ticket }
    await allowed(takeDownForCaller(then, agent, origin, asking))
  }
  await allowed(endCall(then, agent, origin, { id, outcome, note }))
}

async function allowed(doing: Promise<object>): Promise<void> {
  const done = await doing
  if ('reason' in done) throw new Error(`A call of the demo was refused: ${String(done.reason)}`)
}

/** One script that nobody looked at again in time, and other words for one that a second person has to publish. */
async function playScripts(platform: Platform): Promise<void> {
  await ensureScripts(platform)
  const [officer, reviewer] = [
    await findDemoViewer(platform, { staffNo: 'S1001' }),
    await findDemoViewer(platform, { staffNo: 'S1002' }),
  ]
  const then = daysAgo(platform, 380)
  const published = await propose(then, officer, {
    ...benefit,
    reviewDueOn: addDays(civilDate(platform.clock.today()), -15),
  })
  const outcome = await stepScript(then, reviewer, origin, 'PUBLISH', { id: published })
  if (outcome instanceof ScriptRefused) throw new Error(`A script of the demo was not published: ${outcome.reason}`)
  await propose(platform, officer, {
    ...complaint,
    reviewDueOn: addDays(civilDate(platform.clock.today()), 365),
  })
}

async function propose(platform: Platform, officer: Viewer, proposal: ScriptProposal): Promise<string> {
  const proposed = await proposeScript(platform, officer, origin, proposal)
  if (proposed instanceof ScriptRefused) throw new Error(`A script of the demo was not proposed: ${proposed.reason}`)
  return proposed.id
}

const benefit = {
  matter: 'BENEFIT',
  textZh:
    '{caller}，您好。能不能领养老金，要看年龄和缴费年限，登录后在“记录”里可以看到推算。电话里不能核定待遇，请本人或单位按规定申请；我可以把您的问题登记下来，{answerDays} 个工作日内书面答复。',
  textEn:
    'Good day, {caller}. Whether you can draw a pension depends on age and years; signed in, “Record” shows how it works out. A benefit is not decided by telephone: you or your employer apply for it. I can write your question down, and you are answered in writing within {answerDays} working days.',
  sourceZh: '《中华人民共和国社会保险法》第十六条',
  sourceEn: 'Social Insurance Law, art. 16',
  reason: '说得短一些，并说明何时答复（示例）',
} as const satisfies Omit<ScriptProposal, 'reviewDueOn'>

const complaint = {
  matter: 'COMPLAINT',
  textZh:
    '给您带来不便，我向您道歉。请说说是哪一件事、在什么时候、哪个窗口或哪次来电，我照您说的登记下来，{answerDays} 个工作日内答复您；您想接电话的，请留一个方便的号码。对具体决定不服的，也可以申请行政复议或者提起行政诉讼。',
  textEn:
    'I am sorry for the trouble. Please tell me what it is about, when it was, and at which window or in which call. I write it down as you say it, and you are answered within {answerDays} working days; if you would rather be called, tell me a number. Against a decision you may also apply for reconsideration or go to court.',
  sourceZh: '《中华人民共和国社会保险法》第八十三条',
  sourceEn: 'Social Insurance Law, art. 83',
  reason: '补充可以要求回电（示例）',
} as const satisfies Omit<ScriptProposal, 'reviewDueOn'>
