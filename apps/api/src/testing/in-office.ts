import { createLogger } from '../platform/logger.ts'
import { readEnvironment } from '../platform/environment.ts'
import { openPlatform } from '../open-platform.ts'
import type { Opening } from '../open-platform.ts'

/** Opens an office of production as a command does, asks its database, and closes it again. */
export async function inOffice<T>(
  settings: Readonly<Record<string, string>>,
  opening: Opening,
  work: (query: (text: string) => Promise<object[]>) => Promise<T>,
): Promise<T> {
  const environment = readEnvironment({ SHEBAO_MODE: 'production', ...settings })
  const { platform, close } = await openPlatform(environment, createLogger('silent'), opening)
  try {
    return await work((text) => platform.database.query({ text }))
  } finally {
    await close()
  }
}
