import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { alertRules } from './operations/alert-rules.ts'
import type { AlertRule } from './operations/alert-rules.ts'

// deploy/prometheus/alerts.yml: the rules that the server holds against its own metrics, for a Prometheus that does the same.

const head = `# Printed by apps/api/src/print-alerts.ts from operations/alert-rules.ts. What to do: docs/operations.md, under each name.
# Check with \`promtool check rules alerts.yml\`.
`
const runbook = (name: string) => `docs/operations.md#${name.toLowerCase()}`

export function printAlerts(): string {
  const rules = [processDown, ...alertRules.map(ruleOf)]
  return head + stringify({ groups: [{ name: 'shebao', rules }] }, { lineWidth: 0, singleQuote: true })
}

/** Nobody can say it of themselves. */
const processDown = {
  alert: 'ProcessDown',
  expr: 'up{job="shebao"} == 0',
  for: '2m',
  labels: { severity: 'now' },
  annotations: {
    summary: 'A process of the product does not answer.',
    summary_zh: '服务进程没有应答。',
    runbook: runbook('ProcessDown'),
  },
}

function ruleOf({ name, urgency, words, ...rule }: AlertRule) {
  return {
    alert: name,
    expr: expressionOf(rule),
    // Two looks in a row.
    for: '1m',
    labels: { severity: urgency.toLowerCase() },
    annotations: { summary: words.en, summary_zh: words['zh-CN'], runbook: runbook(name) },
  }
}

/** Of what is the office's, the best that any process says: one of them alone may know of a backup. */
function expressionOf({
  metric,
  labels = {},
  above,
  below,
  of,
}: Omit<AlertRule, 'name' | 'urgency' | 'words'>): string {
  const selectors = Object.entries(labels).map(([name, value]) => `${name}="${value}"`)
  const series = selectors.length > 0 ? `${metric}{${selectors.join(',')}}` : metric
  const best = above === undefined ? 'max' : 'min'
  const limit = above === undefined ? `< ${below}` : `> ${above}`
  return `${of === 'OFFICE' ? `${best} without (instance) (${series})` : series} ${limit}`
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../../../deploy/prometheus/alerts.yml'), printAlerts())
