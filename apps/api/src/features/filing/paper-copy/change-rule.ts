import { badInput } from '../../../access/refusal.ts'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationKind } from '../declaration/index.ts'
import type { PaperRule } from './paper-rule.ts'
import { findPaperRule, insertPaperRule } from './paper-rule.repository.ts'

const mostMaterials = 20
const longestName = 120

/** Another rule for what is accepted from now on; days that employers were told stay. The checklist holds at once. */
export async function changePaperRule(
  platform: Platform,
  viewer: Viewer | undefined,
  { kind, rule, origin }: { kind: DeclarationKind; rule: PaperRule; origin: string },
): Promise<PaperRule> {
  const { accountId, kind: actorKind } = requireMay(viewer, 'paper:change-rule')
  check(rule)
  return platform.database.transaction(async () => {
    await insertPaperRule(platform, kind, rule, accountId)
    const { workingDays, remindDays, keepYears, consequence, materials } = rule
    await platform.audit.record({
      actorKind,
      actorId: accountId,
      origin,
      action: 'PAPER_RULE_CHANGED',
      recordType: 'PaperRule',
      recordId: kind,
      change: { workingDays, remindDays, keepYears, consequence, materials: materials.map(({ code }) => code) },
    })
    return findPaperRule(platform, kind)
  })
}

function check({ workingDays, remindDays, keepYears, materials }: PaperRule): void {
  const between = (field: string, value: number, least: number, most: number) => {
    if (value < least || value > most) throw badInput(field, `${least} to ${most}.`)
  }
  between('workingDays', workingDays, 1, 250)
  between('remindDays', remindDays, 0, 60)
  between('keepYears', keepYears, 1, 100)
  between('materials', materials.length, 1, mostMaterials)
  if (!materials.some(({ required }) => required)) throw badInput('materials', 'At least one material is required.')
  if (new Set(materials.map(({ code }) => code)).size < materials.length)
    throw badInput('materials', 'Each material once.')
  for (const { code, zh, en } of materials) {
    if (!/^[A-Z][A-Z0-9_]{0,30}$/.test(code)) throw badInput('materials.code', 'Capitals, digits and _.')
    for (const name of [zh, en])
      if (name.trim() === '' || name.length > longestName)
        throw badInput('materials.name', `1 to ${longestName} characters.`)
  }
}
