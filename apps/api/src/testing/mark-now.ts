import { markOf, writeMark } from '../case/case-mark.ts'
import type { Lifecycle } from '../case/lifecycle.ts'
import type { TestPlatform } from './test-platform.ts'

/** What a screen drawn this moment would hand back with a decision; of a case that does not exist, a mark of nothing. */
export async function markNow<Row, State extends string, Event extends string, Guard extends string, Facts, Problem>(
  platform: TestPlatform,
  lifecycle: Lifecycle<Row, State, Event, Guard, Facts, Problem>,
  id: string,
): Promise<string> {
  const row = id === '' ? undefined : await lifecycle.lock(platform, id)
  return row ? writeMark(await markOf(platform, lifecycle, row)) : 'NOWHERE.0'
}
