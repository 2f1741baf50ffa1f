import { signPersonnelList } from '@shebao/api/src/features/filing/personnel/sign-personnel-list.ts'
import { givenOffice, settleComparison } from '@shebao/api/src/testing/inspection-scenario.ts'
import { compare } from './bench.ts'
import type { Bench, Figure } from './bench.ts'
import { openCopy } from './copied-rows.ts'
import type { Copy } from './copied-rows.ts'
import {
  bodiesOfList,
  bodyOfSubmission,
  enterInRegister,
  openFiling,
  origin,
  saveList,
  submit,
  takeBack,
} from './filing.office.ts'
import type { Filing } from './filing.office.ts'
import { openOffice } from './office.ts'
import type { BenchOffice } from './office.ts'

const sizes = { full: { people: 10_000, rounds: 7 }, small: { people: 40, rounds: 1 } }

export default {
  name: 'filing 10,000 people against COPY of the same rows',
  async run(size) {
    const office = await openOffice()
    try {
      return await measure(office, sizes[size])
    } finally {
      await office.close()
    }
  },
} satisfies Bench

async function measure(office: BenchOffice, { people, rounds }: { people: number; rounds: number }): Promise<Figure[]> {
  const { platform, databaseKind } = office
  await givenOffice(platform)
  const filing = await openFiling(office, people)
  await enterInRegister(filing)
  const copied = { table: 'personnel_record', version: 0, rows: people } as const
  const identical = await openCopy(office, copied)
  const saving = await compareSaving(filing, identical, rounds)
  await signPersonnelList(platform, filing.unit.clerk, { declarationId: filing.declarationId, signed: true, origin })
  await settleComparison(platform, filing.unit, filing.declarationId)
  const submitting = await compareSubmitting(filing, identical, rounds)
  await identical.close()
  const bare = await openCopy(office, copied, { withoutForeignKey: true })
  const againstBare = await compareSubmitting(filing, bare, rounds)
  await bare.close()
  const count = filing.unit.people.length.toLocaleString('en')
  const submitted = `${databaseKind}; unsealing, every rule, freezing, hash and audit included`
  return [
    figure(`Submitting ${count} people`, 'COPY, identical table', submitting, 3, submitted),
    figure(`Submitting ${count} people`, 'COPY, no foreign key', againstBare, 3, submitted),
    figure(
      `Saving ${count} people`,
      'COPY, identical table',
      saving,
      4,
      `${databaseKind}; four requests, sealing included`,
    ),
  ]
}

async function compareSaving(filing: Filing, copy: Copy, rounds: number) {
  let bodies: string[] = []
  const prepare = async () => {
    bodies = await bodiesOfList(filing)
    await copy.empty()
  }
  return compare(rounds, () => saveList(filing, bodies), copy.run, prepare)
}

async function compareSubmitting(filing: Filing, copy: Copy, rounds: number) {
  let body = ''
  const prepare = async () => {
    await takeBack(filing)
    body = await bodyOfSubmission(filing)
    await copy.empty()
  }
  return compare(rounds, () => submit(filing, body), copy.run, prepare)
}

function figure(
  name: string,
  peer: string,
  seconds: { ours: number; peer: number },
  aim: number,
  note: string,
): Figure {
  return {
    name,
    note,
    aim,
    unit: 'ms',
    better: 'lower',
    value: seconds.ours * 1000,
    peer: { name: peer, value: seconds.peer * 1000 },
    ratio: seconds.ours / seconds.peer,
  }
}
