/** What other features use of accounts: the link by which somebody sets a password, shown once. */
export { GivenLink, type Link } from './given-link.tsx'
