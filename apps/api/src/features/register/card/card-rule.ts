import { actingRole, requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findCardRule, insertCardRule } from './card.repository.ts'
import type { CardRuleRow } from './card.repository.ts'

/** What regions choose from (domain 8): days that a loss reported by phone or web runs, working days until a card is made. */
export const oralLossChoices = [5, 7, 10]
export const readyChoices = [7, 15]

export async function readCardRule(platform: Platform, asker: Viewer | undefined): Promise<CardRuleRow> {
  requireMay(asker, 'card-rule:read')
  return findCardRule(platform)
}

/** For what is reported and applied for from now on. */
export async function setCardRule(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  rule: CardRuleRow,
): Promise<CardRuleRow> {
  const actor = requireMay(asker, 'card-rule:set')
  if (!oralLossChoices.includes(rule.oralLossDays)) throw badInput('oralLossDays', 'One of 5, 7 and 10.')
  if (!readyChoices.includes(rule.readyDays)) throw badInput('readyDays', 'One of 7 and 15.')
  return platform.database.transaction(async () => {
    await insertCardRule(platform, rule, actor.accountId)
    await platform.audit.record({
      actorKind: actor.kind,
      actorId: actor.accountId,
      role: actingRole(actor, 'card-rule:set'),
      origin,
      action: 'CARD_RULE_SET',
      recordType: 'CardRule',
      recordId: 'in-force',
      change: { ...rule },
    })
    return rule
  })
}
