import { builder } from '../../../graphql/builder.ts'
import { addDerivationSubject, derived } from '../../../graphql/derivation.ts'
import { deriveClosingBalance, deriveItem, deriveItems, deriveReceipts, deriveStatement } from './derive-sums.ts'
import { readDay, readItem } from './read-days.ts'
import { OutcomeEnum, PartyEnum } from './reconciliation.schema.ts'
import { SourceEnum } from './statement.schema.ts'

const permission = 'reconciliation:read'

const ItemInput = builder.inputType('ReconciliationItemDerivation', {
  fields: (t) => ({
    itemId: t.id({ required: true }),
    party: t.field({ type: PartyEnum, required: true }),
  }),
})
addDerivationSubject<typeof ItemInput.$inferInput>('reconciliationItem', {
  input: (t) =>
    t.field({
      type: ItemInput,
      description:
        'What one party says of an item. SYSTEM: PAYMENT by the debts it settled, or what was asked for; PAID_OUT of a refund. BANK and TREASURY: STATEMENT_LINE, where they list it. Nothing of a party that has nothing. Staff.',
    }),
  permission,
  complexity: 40,
  derive: async (platform, viewer, { itemId, party }) =>
    derived(deriveItem(platform, await readItem(platform, viewer, itemId), party)),
})

const DayInput = builder.inputType('ReconciliationDayDerivation', {
  fields: (t) => ({
    day: t.field({ type: 'Date', required: true }),
    party: t.field({ type: PartyEnum, required: true }),
    outcome: t.field({ type: OutcomeEnum }),
  }),
})
addDerivationSubject<typeof DayInput.$inferInput>('reconciliationDay', {
  input: (t) =>
    t.field({
      type: DayInput,
      description:
        'What one party has of a day’s items: OUTCOME_SUM of one outcome, else DAY_SUM by outcome, each by its ten largest items and all others. Nothing where the party has none. Staff.',
    }),
  permission,
  complexity: 40,
  derive: async (platform, viewer, { day, party, outcome }) =>
    (await readDay(platform, viewer, day))
      ? derived(deriveItems(platform, day, party, outcome ?? undefined))
      : undefined,
})

addDerivationSubject<string>('receipts', {
  input: (t) =>
    t.field({
      type: 'Date',
      description:
        'Payments of a value date in the office’s books: DAY_RECEIPTS by the ten largest and all others. Nothing where there are none. Staff.',
    }),
  permission,
  complexity: 40,
  derive: async (platform, viewer, day) =>
    (await readDay(platform, viewer, day)) ? derived(deriveReceipts(platform, day)) : undefined,
})

const StatementFigureEnum = builder.enumType('StatementFigure', { values: ['SUM', 'CLOSING'] as const })
const StatementInput = builder.inputType('StatementDerivation', {
  fields: (t) => ({
    day: t.field({ type: 'Date', required: true }),
    source: t.field({ type: SourceEnum, required: true }),
    figure: t.field({ type: StatementFigureEnum, required: true }),
  }),
})
addDerivationSubject<typeof StatementInput.$inferInput>('statement', {
  input: (t) =>
    t.field({
      type: StatementInput,
      description:
        'Of the file that counts for a day. SUM: what came in less what was paid out, STATEMENT_SUM by its ten largest lines and all others. CLOSING: STATEMENT_CLOSING from the opening balance and the lines; nothing where the file states no balances. Staff.',
    }),
  permission,
  complexity: 40,
  derive: async (platform, viewer, { day, source, figure }) => {
    const found = await readDay(platform, viewer, day)
    const file = source === 'BANK' ? found?.bankStatement : found?.treasuryStatement
    if (!file) return undefined
    return derived(figure === 'SUM' ? deriveStatement(platform, file) : deriveClosingBalance(platform, file))
  },
})
