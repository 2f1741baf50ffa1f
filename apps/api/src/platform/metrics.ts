import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export interface Metrics {
  registry: Registry
  requests: Histogram<'route' | 'method' | 'status'>
  /** A request, or part of one, failed on our side. */
  countFailure(): void
  /** The client's own name of an operation, or one for all others. */
  nameOf(name: string | undefined): string
  countOperation(name: string | undefined, outcome: 'ok' | 'error'): void
}

/**
 * Prometheus metrics. A label is never a value from a request: whoever may choose one can fill the memory with them. Operations
 * are counted by the names that the web client has, all others together.
 */
export function createMetrics(knownOperations: ReadonlySet<string>, isDatabaseReady: () => Promise<boolean>): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'shebao_database_ready',
    help: '1 while the database answers, else 0.',
    registers: [registry],
    async collect() {
      this.set((await isDatabaseReady()) ? 1 : 0)
    },
  })
  const operations = new Counter({
    name: 'shebao_graphql_operations_total',
    help: 'GraphQL operations by name and outcome.',
    labelNames: ['operation', 'outcome'],
    registers: [registry],
  })
  const failures = new Counter({
    name: 'shebao_failures_total',
    help: 'Requests, or parts of one, that failed on the server’s side.',
    registers: [registry],
  })
  const recent = createRecentCount(recentMs)
  new Gauge({
    name: 'shebao_failures_recent',
    help: 'The same within the last ten minutes.',
    registers: [registry],
    collect() {
      this.set(recent.count())
    },
  })
  const nameOf = (name: string | undefined) => (name !== undefined && knownOperations.has(name) ? name : 'other')
  return {
    registry,
    countFailure() {
      failures.inc()
      recent.note()
    },
    nameOf,
    countOperation(name, outcome) {
      operations.inc({ operation: nameOf(name), outcome })
    },
    requests: new Histogram({
      name: 'shebao_http_request_duration_seconds',
      help: 'Time to answer an HTTP request, in seconds.',
      labelNames: ['route', 'method', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers: [registry],
    }),
  }
}

const recentMs = 10 * 60_000
/** More than any limit asks for. */
const mostKept = 1_000

function createRecentCount(withinMs: number) {
  const moments: number[] = []
  const forget = () => {
    const from = performance.now() - withinMs
    while (moments.length > mostKept || (moments[0] ?? from) < from) moments.shift()
  }
  return {
    note() {
      moments.push(performance.now())
      forget()
    },
    count() {
      forget()
      return moments.length
    },
  }
}
