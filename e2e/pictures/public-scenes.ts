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
  { name: 'not-found', as: null, open: at('/no-such-page') },
]
