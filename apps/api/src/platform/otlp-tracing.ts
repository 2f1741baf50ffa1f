import { AsyncLocalStorage } from 'node:async_hooks'
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api'
import type { Span } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace'
import type { Tracing } from './tracing.ts'
import { within } from './within.ts'

// Loaded only where a collector is named. Spans are begun by hand: what instruments libraries by itself also sends statements,
// addresses and whatever else they were given.

const longestStopMs = 3_000

/** To `<endpoint>/v1/traces`, in batches; what the collector does not take in time is dropped, and nobody waits for it. */
export function startOtlpTracing(endpoint: string, ratio = 1): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces` })
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'shebao' }),
    // By the trace's own number: what is in is in as a whole.
    sampler: new TraceIdRatioBasedSampler(ratio),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  })
  const tracer = provider.getTracer('shebao')
  const current = new AsyncLocalStorage<Span>()
  return {
    begin(name, { kind = 'INTERNAL', attributes = {} }) {
      const parent = current.getStore()
      // Nobody from outside chooses a trace's number: a request always begins one.
      const context = parent && kind !== 'SERVER' ? trace.setSpan(ROOT_CONTEXT, parent) : ROOT_CONTEXT
      const span = tracer.startSpan(name, { kind: SpanKind[kind], attributes }, context)
      return {
        traceId: span.spanContext().traceId,
        around: (work) => current.run(span, work),
        end(more, failed) {
          span.setAttributes(more)
          // Without the error's message, which may say what was sent.
          if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
          span.end()
        },
      }
    },
    traceId: () => current.getStore()?.spanContext().traceId,
    headers() {
      const span = current.getStore()?.spanContext()
      if (!span) return {}
      const sampled = (span.traceFlags & TraceFlags.SAMPLED) === TraceFlags.SAMPLED
      return { traceparent: `00-${span.traceId}-${span.spanId}-${sampled ? '01' : '00'}` }
    },
    // A collector that is away must not make a stop fail, nor wait long.
    stop: () =>
      within(
        longestStopMs,
        provider.shutdown().catch(() => undefined),
        undefined,
      ),
  }
}
