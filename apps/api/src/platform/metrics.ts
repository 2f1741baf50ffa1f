import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export interface Metrics {
  registry: Registry
  requests: Histogram<'route' | 'method' | 'status'>
  operations: Counter<'operation' | 'outcome'>
  databaseReady: Gauge
}

/** Prometheus metrics. Labels are operation and route names, never values from a request. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Histogram({
      name: 'shebao_http_request_duration_seconds',
      help: 'Time to answer an HTTP request, in seconds.',
      labelNames: ['route', 'method', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers: [registry],
    }),
    operations: new Counter({
      name: 'shebao_graphql_operations_total',
      help: 'GraphQL operations by name and outcome.',
      labelNames: ['operation', 'outcome'],
      registers: [registry],
    }),
    databaseReady: new Gauge({
      name: 'shebao_database_ready',
      help: '1 while the database answers, else 0.',
      registers: [registry],
    }),
  }
}
