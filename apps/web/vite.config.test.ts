// @vitest-environment node
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { compressBuild } from './vite.config.ts'

it('the build lies beside itself compressed, what is large enough to gain by it', async () => {
  const root = await mkdtemp(join(tmpdir(), 'shebao-build-'))
  const lines = Array.from({ length: 100 }, (_, line) => `console.log('line ${line}')`).join('\n')
  await writeFile(join(root, 'index.html'), '<script type="module" src="/main.js"></script>')
  await writeFile(join(root, 'main.js'), lines)
  await build({ root, configFile: false, logLevel: 'silent', plugins: [compressBuild()] })
  const assets = join(root, 'dist/assets')
  const [script = '', brotli = '', gzip = '', ...others] = (await readdir(assets)).sort()
  expect([brotli, gzip, others]).toEqual([`${script}.br`, `${script}.gz`, []])
  const text = await readFile(join(assets, script), 'utf8')
  expect(brotliDecompressSync(await readFile(join(assets, brotli))).toString()).toBe(text)
  expect(gunzipSync(await readFile(join(assets, gzip))).toString()).toBe(text)
  expect((await readdir(join(root, 'dist'))).sort()).toEqual(['assets', 'index.html'])
  await rm(root, { recursive: true })
})
