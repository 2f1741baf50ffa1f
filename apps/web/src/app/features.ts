import type { RouteObject } from 'react-router'
import type { Feature, Frame, Place } from '../shared/lib/feature.ts'

/** The pages of a frame, out of the features that have any there. */
export const routesOf = (features: readonly Feature[], frame: Frame): RouteObject[] =>
  features.flatMap(({ routes }) => routes[frame] ?? [])

/** Its navigation, in order. */
export const placesOf = (features: readonly Feature[], frame: Frame): Place[] =>
  features.flatMap(({ places }) => places?.[frame] ?? []).toSorted((a, b) => a.order - b.order)
