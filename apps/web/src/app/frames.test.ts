import { expect, it } from 'vitest'
import type { Feature, Frame } from '../shared/lib/feature.ts'
import { features as employer } from './employer-features.ts'
import { features as insured } from './insured-features.ts'
import { features as partner } from './partner-features.ts'
import { features as staff } from './staff-features.ts'

const modules = import.meta.glob<Feature>('../features/*/*/routes.tsx', { eager: true })
const frames: Partial<Record<Frame, readonly Feature[]>> = { employer, me: insured, partner, staff }

it.each(Object.keys(frames))('every page that a feature has for %s stands in its frame', (name) => {
  const frame = Object.keys(frames).find((one): one is keyof typeof frames => one === name)
  if (!frame) throw new Error(`No frame ${name}.`)
  const standing = new Set(frames[frame]?.map(({ routes }) => routes))
  const forgotten = Object.entries(modules).filter(([, { routes }]) => routes[frame] && !standing.has(routes))
  expect(forgotten.map(([file]) => file)).toEqual([])
})
