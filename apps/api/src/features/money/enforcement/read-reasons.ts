import { civilDate, isOneOf } from '@shebao/kernel'
import { z } from 'zod'
import { enforcementGuards } from './enforcement-guards.ts'
import type { EnforcementGuard } from './enforcement.lifecycle.ts'
import { replyProblems } from './judge-reply.ts'
import type { ReplyReason } from './reply-body.ts'

const stored = z.array(
  z.object({ code: z.string(), law: z.string(), day: z.string().optional(), amount: z.int().optional() }),
)
const persons = ['WRONG_BODY', 'SAME_PERSON', 'NOT_IN_STATE'] as const
const isGuard = (code: string): code is EnforcementGuard => Object.hasOwn(enforcementGuards, code)

/** Why an answer was refused, as it was kept. */
export function readReasons(reasons: unknown): ReplyReason[] {
  return stored.parse(reasons).flatMap(({ code, law, day, amount }): ReplyReason[] => {
    if (isOneOf(replyProblems, code) || isOneOf(persons, code)) return [{ code, law }]
    if (!isGuard(code)) return []
    return [{ code, law, ...(day ? { day: civilDate(day) } : {}), ...(amount === undefined ? {} : { amount }) }]
  })
}
