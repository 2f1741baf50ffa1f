import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { allEnded } from './all-ended.ts'
import { eachInTurns } from './in-turns.ts'

it('serves others between the steps of long work, and does all of it in order', async () => {
  const order: string[] = []
  const others = setImmediate().then(() => order.push('another'))
  await eachInTurns(['first', 'second'], (step) => {
    const until = performance.now() + 10
    while (performance.now() < until) continue
    order.push(step)
  })
  await others
  expect(order).toEqual(['first', 'another', 'second'])
})

it('hands on what a step throws, and does none after it', async () => {
  const done: number[] = []
  const work = eachInTurns([1, 2, 3], (step) => {
    if (step === 2) throw new Error('step two')
    done.push(step)
  })
  await expect(work).rejects.toThrow('step two')
  expect(done).toEqual([1])
})

it('tells a failure only when everything beside it has ended', async () => {
  const done: string[] = []
  const slow = setImmediate().then(() => done.push('ended'))
  const failed = Promise.reject(new Error('no'))
  await expect(allEnded([failed, slow]).finally(() => done.push('told'))).rejects.toThrow('no')
  expect(done).toEqual(['ended', 'told'])
  expect(await allEnded([Promise.resolve(1), Promise.resolve('two')])).toEqual([1, 'two'])
})
