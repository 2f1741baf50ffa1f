import { vi } from 'vitest'
import { runShebao } from '../run-shebao.ts'

export interface ShebaoAnswer {
  stdout: string
  stderr: string
  status: number
}

/**
 * What the command says and how it ends, in English unless told. It runs in this process: starting one for every
 * question costs more than all the answers. main.test.ts asks each command as a process of its own.
 */
export async function askShebao(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ShebaoAnswer> {
  const said = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += String(text)
      return true
    }),
  )
  for (const [name, value] of Object.entries({ LC_ALL: '', LC_MESSAGES: '', LANG: 'en_US.UTF-8', ...environment }))
    vi.stubEnv(name, value)
  try {
    const status = await runShebao(args)
    return { ...said, status }
  } finally {
    for (const spy of spies) spy.mockRestore()
    vi.unstubAllEnvs()
  }
}
