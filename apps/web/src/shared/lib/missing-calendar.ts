/** The year whose working-day calendar an operation was refused for. By shape, so that nothing is loaded for it. */
export function missingCalendarYear(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return undefined
  const found = error.errors.find(
    (one: { extensions?: Record<string, unknown> }) => one.extensions?.['code'] === 'CALENDAR_MISSING',
  )
  return found === undefined ? undefined : String(found.extensions?.['year'])
}
