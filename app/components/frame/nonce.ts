import { createContext, useContext } from 'react';

/** The nonce of the content security policy; empty in the browser, where nothing inline is added. */
export const NonceContext = createContext('');

export function useNonce(): string {
  return useContext(NonceContext);
}
