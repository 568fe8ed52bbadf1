import { createContext, useContext } from "react";

/** The nonce of this page's scripts; known on the server alone, browsers hide it. */
export const NonceContext = createContext<string | undefined>(undefined);
export const useNonce = () => useContext(NonceContext);
