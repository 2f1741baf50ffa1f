/** What a span says of itself: words and numbers of the product's own, never anything that somebody sent or the office keeps. */
export interface SpanSettings {
  kind?: 'SERVER' | 'CLIENT' | 'INTERNAL'
  attributes?: Readonly<Record<string, string | number>>
}

/** A span that ends elsewhere than it began. */
export interface OpenSpan {
  readonly traceId: string
  /** What begins within `work` is part of it. */
  around<T>(work: () => T): T
  end(attributes: Readonly<Record<string, string | number>>, failed: boolean): void
}

/** OpenTelemetry traces, where the settings name a collector (ADR 75). */
export interface Tracing {
  begin(name: string, settings: SpanSettings): OpenSpan
  /** Of what is being done now; undefined outside of every span. */
  traceId(): string | undefined
  /** What tells another system which trace its part belongs to (W3C Trace Context). */
  headers(): Record<string, string>
  stop(): Promise<void>
}

/** Does the work, with a span around it where there is tracing. */
export async function traced<T>(
  tracing: Tracing | undefined,
  name: string,
  settings: SpanSettings,
  work: () => Promise<T>,
): Promise<T> {
  if (!tracing) return work()
  const span = tracing.begin(name, settings)
  let failed = true
  try {
    const done = await span.around(work)
    failed = false
    return done
  } finally {
    span.end({}, failed)
  }
}
