import { join } from 'node:path'
import type { Plugin } from 'vite'

const runtime = join(import.meta.dirname, 'second-wall.ts')

/** Has every use case of a feature that a test calls for an employer or an insured person pass `behindSecondWall`. */
export function putUseCasesBehindSecondWall(): Plugin {
  return {
    name: 'second-wall',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/apps\/api\/src\/features\/.*(?<!\.(test|schema|fixture))\.ts$/.test(id)) return undefined
      const names = [...code.matchAll(/^export async function (\w+)/gm)].map(([, name]) => name)
      if (names.length === 0) return undefined
      const lines = names.map((name) => `// @ts-ignore\n${name} = behindSecondWall(${name})`)
      return `${code}\nimport { behindSecondWall } from ${JSON.stringify(runtime)}\n${lines.join('\n')}\n`
    },
  }
}
