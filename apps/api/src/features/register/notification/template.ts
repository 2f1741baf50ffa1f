import { civilDateAt, fen, formatYuan } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import type { NotificationKind } from '../../../telling/notification-codes.ts'
import type { TellingParams } from '../../../telling/telling.ts'

/** What a notification says. A text message has no room for more than its one sentence, 70 characters in Chinese. */
export interface Wording {
  title: string
  body: string
  sms: string
}

/** Without the secret, which goes out once and stands in no inbox. */
type Words<Params> = (params: Params, secret?: string) => Wording

export type Template<Kind extends NotificationKind> = Readonly<Record<Language, Words<TellingParams[Kind]>>> & {
  /** The page it is about, below the office's address. */
  path(params: TellingParams[Kind]): string
  /** Sent outside alone: it opens something and is of no use a few minutes later, or goes to somebody without an account. */
  readonly outsideOnly?: true
}

export const yuan = (amount: number): string => formatYuan(fen(amount), { sign: '¥', grouping: true })

const day = { 'zh-CN': dateFormat('zh-CN'), en: dateFormat('en-GB') }
const month = { 'zh-CN': monthFormat('zh-CN'), en: monthFormat('en-GB') }
const moment = { 'zh-CN': momentFormat('zh-CN'), en: momentFormat('en-GB') }

function dateFormat(locale: string) {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
}
function monthFormat(locale: string) {
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' })
}
function momentFormat(locale: string) {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
    hourCycle: 'h23',
  })
}

/** A civil date, `2026-03-31`. */
export const dateIn = (language: Language, date: string): string => day[language].format(new Date(`${date}T00:00:00Z`))
/** A month, `2026-03`. */
export const monthIn = (language: Language, period: string): string =>
  month[language].format(new Date(`${period}-01T00:00:00Z`))
export const momentIn = (language: Language, instant: string): string => moment[language].format(new Date(instant))
/** Of an instant the day alone. */
export const dayIn = (language: Language, instant: string): string => dateIn(language, civilDateAt(new Date(instant)))
