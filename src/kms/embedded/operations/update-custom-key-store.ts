import { refuseCustomKeyStores } from "../custom-key-stores.ts";
import { operation } from "./operation.ts";

export const UpdateCustomKeyStore = operation({}, refuseCustomKeyStores);
