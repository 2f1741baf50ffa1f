import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { signPersonnelList } from '@shebao/api/src/features/filing/personnel/sign-personnel-list.ts'
import { givenOffice, settleComparison } from '@shebao/api/src/testing/inspection-scenario.ts'
import type { Bench, Figure } from './bench.ts'
import { bodyOfSubmission, openFiling, origin, submit, takeBack } from './filing.office.ts'
import { quantile } from './load.ts'
import { openOffice } from './office.ts'
import type { BenchOffice } from './office.ts'

const sizes = {
  full: { lists: [10_000, 50_000], rounds: 7, restMs: 500 },
  small: { lists: [40], rounds: 1, restMs: 20 },
}
const everyMs = 5

export default {
  name: 'other requests while a list is submitted',
  async run(size) {
    const { lists, rounds, restMs } = sizes[size]
    const figures: Figure[] = []
    for (const people of lists) {
      const office = await openOffice()
      try {
        await givenOffice(office.platform)
        figures.push(await measure(office, people, rounds, restMs))
      } finally {
        await office.close()
      }
    }
    return figures
  },
} satisfies Bench

async function measure(office: BenchOffice, people: number, rounds: number, restMs: number): Promise<Figure> {
  const filing = await openFiling(office, people)
  const { unit, declarationId } = filing
  await signPersonnelList(office.platform, unit.clerk, { declarationId, signed: true, origin })
  await settleComparison(office.platform, unit, declarationId)
  const other = new Worker(new URL('./look-in.worker.ts', import.meta.url), {
    workerData: { url: office.url, token: filing.clerk.token, everyMs },
  })
  const during = async (work: () => Promise<unknown>): Promise<number[]> => {
    other.postMessage('begin')
    await work()
    other.postMessage('end')
    const [took] = (await once(other, 'message')) as [number[]]
    return took
  }
  const idle: number[] = []
  const meanwhile: number[] = []
  try {
    for (let round = 0; round < rounds; round += 1) {
      await takeBack(filing)
      const body = await bodyOfSubmission(filing)
      idle.push(...(await during(() => setTimeout(restMs))))
      meanwhile.push(...(await during(() => submit(filing, body))))
    }
  } finally {
    await other.terminate()
  }
  const [value, peer] = [quantile(meanwhile, 0.99), quantile(idle, 0.99)]
  return {
    name: `Another request while ${people.toLocaleString('en')} people are submitted, p99`,
    unit: 'ms',
    value,
    peer: { name: 'the same request while nothing else is asked', value: peer },
    ratio: value / peer,
    aim: 2,
    better: 'lower',
    note: `${office.databaseKind}; ${meanwhile.length} and ${idle.length} requests, one each ${everyMs} ms; p50 ${quantile(meanwhile, 0.5).toFixed(1)} and ${quantile(idle, 0.5).toFixed(1)} ms`,
  }
}
