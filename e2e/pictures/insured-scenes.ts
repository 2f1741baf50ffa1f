import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRoster } from '@shebao/roster'
import type { Product } from '../fixtures/product.ts'
import { at, pastFirstPassword, seeCertificate } from './scene.ts'
import type { Account, Scene } from './scene.ts'

/** An ID number from the demo office's own file. */
async function someone(product: Product): Promise<string> {
  const name = 'roster-1101080001.xlsx'
  const read = readRoster(new Uint8Array(readFileSync(join(product.dataDirectory, 'demo', name))), name)
  const person = read.ok ? read.file.rows[10]?.draft.idNumber : undefined
  if (!person) throw new Error('The demo file names nobody.')
  return person
}

const insured: Account = {
  kind: 'me',
  identifier: someone,
  password: async (product) => (await someone(product)).slice(-6).replace('X', '0'),
}

const afterwards =
  (path: string): Scene['open'] =>
  async (stage) => {
    await pastFirstPassword(stage)
    await at(path)(stage)
  }

export const insuredScenes: Scene[] = [
  { name: 'first-password', as: insured, open: at('/first-password') },
  { name: 'me', as: insured, open: afterwards('/me') },
  { name: 'record', as: insured, open: afterwards('/me/record') },
  { name: 'inbox-me', as: insured, open: afterwards('/me/inbox') },
  { name: 'inbox-me-settings', as: insured, open: afterwards('/me/inbox/settings') },
  {
    name: 'month',
    as: insured,
    whole: false,
    open: async (stage) => {
      await afterwards('/me/record')(stage)
      const aMonth = stage.words('^\\d{4}年\\d+月', '^[A-Z][a-z]+ \\d{4}')
      await stage.page
        .getByRole('button', { name: new RegExp(aMonth) })
        .first()
        .click()
      await stage.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'month-why',
    as: insured,
    whole: false,
    open: async (stage) => {
      await afterwards('/me/record')(stage)
      await stage.page
        .getByRole('button', { name: new RegExp(stage.words('^\\d{4}年\\d+月', '^[A-Z][a-z]+ \\d{4}')) })
        .first()
        .click()
      const amount = new RegExp(stage.words('查看计算过程', 'show how it was worked out'))
      await stage.page.getByRole('dialog').getByRole('button', { name: amount }).first().click()
    },
  },
  {
    name: 'certificate',
    as: insured,
    open: async (stage) => {
      await afterwards('/me/certificate')(stage)
      await seeCertificate(stage)
    },
  },
  { name: 'card', as: insured, open: afterwards('/me/card') },
]
