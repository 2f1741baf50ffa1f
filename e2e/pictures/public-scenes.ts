import { at } from './scene.ts'
import type { Scene } from './scene.ts'

export const publicScenes: Scene[] = [
  { name: 'welcome', as: null, open: at('/') },
  { name: 'sign-in-employer', as: null, open: at('/sign-in/employer') },
  { name: 'sign-in-insured', as: null, open: at('/sign-in/me') },
  {
    name: 'sign-in-refused',
    as: null,
    open: async (stage) => {
      await at('/sign-in/staff')(stage)
      await stage.page.locator('button[type=submit]').click()
    },
  },
  { name: 'verify', as: null, open: at('/verify') },
  { name: 'verify-unknown', as: null, open: at('/verify/7K3MQ2XD9WTAB4HC') },
  { name: 'calculator', as: null, open: at('/calculator') },
  {
    name: 'calculator-result',
    as: null,
    open: at('/calculator?region=110000&period=2024-07&wage=10000.00&class=1'),
  },
  {
    name: 'calculator-warnings',
    as: null,
    open: at('/calculator?region=310000&period=2026-11&wage=500.00&class=1'),
  },
  { name: 'calculator-refused', as: null, open: at('/calculator?region=110000&period=2024-07&wage=ten&class=9') },
  { name: 'calculator-missing', as: null, open: at('/calculator?region=440300&period=2024-07&wage=10000&class=1') },
  { name: 'not-found', as: null, open: at('/no-such-page') },
]
