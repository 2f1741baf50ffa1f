import type { Platform } from '../../../platform/platform.ts'
import { declarationKinds } from '../declaration/index.ts'
import { findLatePaper } from './paper-copy.repository.ts'
import { findPaperRule } from './paper-rule.repository.ts'

/** The late paper that keeps an employer from filing online, where the office has made that the consequence. */
export async function findPausingPaper(
  platform: Platform,
  employerId: string,
): Promise<{ formNo: string; dueOn: string } | undefined> {
  const rules = await Promise.all(
    declarationKinds.map(async (kind) => ({ kind, rule: await findPaperRule(platform, kind) })),
  )
  const pausing = rules.flatMap(({ kind, rule }) => (rule.consequence === 'PAUSE_FILING' ? [kind] : []))
  if (pausing.length === 0) return undefined
  const late = await findLatePaper(platform, employerId, pausing)
  return late?.dueOn ? { formNo: late.formNo, dueOn: late.dueOn } : undefined
}
