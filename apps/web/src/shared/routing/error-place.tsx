import { Component, createContext, useContext, type ComponentType, type ReactNode } from 'react'
import { Outlet, useLocation, type Location } from 'react-router'

const ErrorContext = createContext<unknown>(undefined)

/** What went wrong, for the page that stands in. */
export const useShownError = () => useContext(ErrorContext)

interface CatchProps {
  location: Location
  instead: ComponentType
  children: ReactNode
}

interface CatchState {
  location: Location
  failed: { error: unknown } | null
}

class Catch extends Component<CatchProps, CatchState> {
  override state: CatchState = { location: this.props.location, failed: null }

  static getDerivedStateFromError(error: unknown): Partial<CatchState> {
    return { failed: { error } }
  }

  /** Another address is another attempt. */
  static getDerivedStateFromProps({ location }: CatchProps, state: CatchState): Partial<CatchState> | null {
    return location === state.location ? null : { location, failed: null }
  }

  override render() {
    const { failed } = this.state
    const Instead = this.props.instead
    if (!failed) return this.props.children
    return (
      <ErrorContext value={failed.error}>
        <Instead />
      </ErrorContext>
    )
  }
}

/** A route around others, in whose place `instead` stands when one of them cannot be shown. */
export function errorPlace(instead: ComponentType): ComponentType {
  return function ErrorPlace() {
    return (
      <Catch location={useLocation()} instead={instead}>
        <Outlet />
      </Catch>
    )
  }
}
