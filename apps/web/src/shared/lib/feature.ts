import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import type { StaffRole } from './staff-role.ts'

/**
 * The frames a page can stand in; each has its own path prefix and asks for its own kind of account. `entrance` and `public`
 * ask for none and look the same; at the entrance there is no data client, so that signing in loads fast.
 */
export type Frame = 'entrance' | 'public' | 'employer' | 'me' | 'staff' | 'partner'

export interface BothLanguages {
  zh: string
  en: string
}

/** What the places of the staff are gathered under, in this order. */
export const placeGroups = ['FILING', 'MONEY', 'PEOPLE', 'RULES', 'OFFICE'] as const

/** One entry of a frame's navigation. Only places that have a page are declared, so none leads nowhere. */
export interface Place {
  to: string
  label: BothLanguages
  icon: ComponentType<{ size?: number | string; stroke?: number | string; 'aria-hidden'?: boolean }>
  /** Smaller stands higher. Home is 0. */
  order: number
  /** Match this path only, not the ones under it. */
  end?: boolean
  /** Staff only: the lifecycles whose waiting cases are counted beside it. */
  waits?: readonly string[]
  /** Staff only: what it is gathered under; home stands alone. */
  group?: (typeof placeGroups)[number]
  /** Staff only: shown to accounts with at least one of these roles; everyone when absent. */
  roles?: RolesOfRoute['roles']
}

/** The `handle` of a route that only some roles of the staff may open. */
export interface RolesOfRoute {
  readonly roles: readonly StaffRole[]
}

/** What a feature's `routes.tsx` exports: light, with every page behind `lazy`. */
export interface Feature {
  routes: Partial<Record<Frame, RouteObject[]>>
  places?: Partial<Record<Frame, Place[]>>
}
