import { refuseCustomKeyStores } from "../custom-key-stores.ts";
import { operation } from "./operation.ts";

export const DisconnectCustomKeyStore = operation({}, refuseCustomKeyStores);
