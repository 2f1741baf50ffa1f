import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StatusTable, Step } from '@shebao/case'
import { lifecycles } from './lifecycles.ts'

const head = `# Lifecycles

Printed by \`node apps/api/src/print-lifecycles.ts\` from the tables that decide; a test fails when this page says something
else. *Who* is a permission, *guards* must hold, and *not who* names the earlier steps whose takers may not take this one
(four eyes, R765 37); *tells* is the notification that the step writes, and for whom ([ADR 32](adr/0032-an-outbox-tells.md)). How they are performed: [ADR 19](adr/0019-lifecycles-are-data.md).
`

/** The page as it is committed. */
export function printLifecycles(): string {
  const tables = lifecycles.map(({ table }) => printTable(table))
  return [head, ...tables].join('\n')
}

function printTable(table: StatusTable): string {
  const rows = [
    ...table.openings.map(({ event, to, who }) => [event, '', to, who, '', '', '']),
    ...table.steps.map((step) => [
      step.event,
      step.from.join(', '),
      step.to === 'SAME' ? 'the same' : step.to,
      step.who,
      list(step.guards),
      list(step.otherThan),
      list(step.tells?.map(({ of, to }) => `${of} → ${typeof to === 'string' ? to : to.join(' and ')}`)),
    ]),
  ]
  return [
    `## ${table.lifecycle}`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...table.openings.map(({ event, to }) => `  [*] --> ${to}: ${event}`),
    ...table.steps.flatMap(arrows),
    ...table.final.map((state) => `  ${state} --> [*]`),
    '```',
    '',
    '| Event | From | To | Who | Guards | Not who | Tells |',
    '|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n')
}

const list = (names: readonly string[] = []) => names.join(', ')

const arrows = ({ event, from, to }: Step<string, string, string, string>) =>
  from.map((state) => `  ${state} --> ${to === 'SAME' ? state : to}: ${event}`)

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../../../docs/lifecycles.md'), printLifecycles())
