import { welcome } from "@/lib/accounts/mutations";
import { findByPassword } from "@/lib/accounts/queries";
import { authRoute } from "@/lib/auth/handler";

export const { GET, POST } = authRoute({ findByPassword, welcome });
