import { connect } from 'node:net'
import type { Environment } from './environment.ts'

export type Scan = 'CLEAN' | 'INFECTED' | 'NOT_SCANNED'

const answerMs = 30_000

/**
 * What clamd says of these bytes, by its INSTREAM command; not scanned where the office has no scanner. Throws when there is one
 * and it does not answer: then nothing may be kept.
 */
export function scanFile(bytes: Uint8Array, { virusScanner }: Environment): Promise<Scan> {
  if (!virusScanner) return Promise.resolve('NOT_SCANNED')
  return new Promise((resolve, reject) => {
    const socket = connect({ ...virusScanner, timeout: answerMs })
    let answer = ''
    socket.setEncoding('utf8')
    socket.on('timeout', () => socket.destroy(new Error('The virus scanner does not answer.')))
    socket.on('error', reject)
    socket.on('data', (text: string) => (answer += text))
    socket.on('close', () => {
      if (/\bOK\0?$/.test(answer)) resolve('CLEAN')
      else if (/\bFOUND\0?$/.test(answer)) resolve('INFECTED')
      else reject(new Error('The virus scanner gave no verdict.'))
    })
    socket.write('zINSTREAM\0')
    socket.write(lengthOf(bytes.length))
    socket.write(bytes)
    socket.end(lengthOf(0))
  })
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}
