import { oneOf } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationKind } from '../declaration/index.ts'
import { defaultPaperRules, materialsSchema, paperConsequences } from './paper-rule.ts'
import type { PaperRule } from './paper-rule.ts'

/** The rule that holds for a kind of declaration. */
export async function findPaperRule({ database }: Platform, kind: DeclarationKind): Promise<PaperRule> {
  const row = await database.prisma.paperRule.findFirst({
    where: { kind },
    orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
  })
  if (!row) return defaultPaperRules[kind]
  const { workingDays, remindDays, keepYears, consequence, materials } = row
  return {
    workingDays,
    remindDays,
    keepYears,
    consequence: oneOf(paperConsequences, consequence, 'consequence'),
    materials: materialsSchema.parse(materials),
  }
}

/** The earlier ones stay: which rule held on a day can be told. */
export async function insertPaperRule(
  { database, clock }: Platform,
  kind: DeclarationKind,
  { materials, ...rule }: PaperRule,
  changedBy: string,
): Promise<void> {
  await database.prisma.paperRule.create({
    data: { ...rule, kind, materials: materials.map((one) => ({ ...one })), changedBy, changedAt: clock.now() },
  })
}
