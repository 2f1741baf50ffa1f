import { configure } from '@testing-library/react'

// What is awaited comes when it comes: on a busy machine a second says nothing about the product. What never comes still fails.
configure({ asyncUtilTimeout: 10_000 })
