import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const worthCompressing = /\.(js|css|html|svg|json)$/
const smallestBytes = 512

/** Writes .br and .gz beside every text file of the build, so that the server sends them without compressing at each request. */
export function compressBuild(): Plugin {
  let directory = ''
  return {
    name: 'shebao-compress-build',
    apply: 'build',
    configResolved(config) {
      directory = join(config.root, config.build.outDir)
    },
    async closeBundle() {
      const names = (await readdir(directory, { recursive: true })).filter((name) => worthCompressing.test(name))
      await Promise.all(names.map((name) => compressFile(join(directory, name))))
    },
  }
}

async function compressFile(file: string): Promise<void> {
  const text = await readFile(file)
  if (text.length < smallestBytes) return
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(text, quality),
    promisify(gzip)(text, { level: 9 }),
  ])
  await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, gzipped)])
}
