package org.sambandh.crm.customer;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Country calling codes (ITU-T E.164) and how numbers are dialled within a country. */
final class CallingCodes {

    private static final String TABLE = """
            AC247 AD376 AE971 AF93 AG1 AI1 AL355 AM374 AO244 AR54 AS1 AT43 AU61 AW297 AX358 AZ994 BA387 BB1 BD880 BE32
            BF226 BG359 BH973 BI257 BJ229 BL590 BM1 BN673 BO591 BQ599 BR55 BS1 BT975 BW267 BY375 BZ501 CA1 CC61 CD243
            CF236 CG242 CH41 CI225 CK682 CL56 CM237 CN86 CO57 CR506 CU53 CV238 CW599 CX61 CY357 CZ420 DE49 DJ253 DK45
            DM1 DO1 DZ213 EC593 EE372 EG20 EH212 ER291 ES34 ET251 FI358 FJ679 FK500 FM691 FO298 FR33 GA241 GB44 GD1
            GE995 GF594 GG44 GH233 GI350 GL299 GM220 GN224 GP590 GQ240 GR30 GT502 GU1 GW245 GY592 HK852 HN504 HR385
            HT509 HU36 ID62 IE353 IL972 IM44 IN91 IO246 IQ964 IR98 IS354 IT39 JE44 JM1 JO962 JP81 KE254 KG996 KH855
            KI686 KM269 KN1 KP850 KR82 KW965 KY1 KZ7 LA856 LB961 LC1 LI423 LK94 LR231 LS266 LT370 LU352 LV371 LY218
            MA212 MC377 MD373 ME382 MF590 MG261 MH692 MK389 ML223 MM95 MN976 MO853 MP1 MQ596 MR222 MS1 MT356 MU230
            MV960 MW265 MX52 MY60 MZ258 NA264 NC687 NE227 NF672 NG234 NI505 NL31 NO47 NP977 NR674 NU683 NZ64 OM968
            PA507 PE51 PF689 PG675 PH63 PK92 PL48 PM508 PR1 PS970 PT351 PW680 PY595 QA974 RE262 RO40 RS381 RU7 RW250
            SA966 SB677 SC248 SD249 SE46 SG65 SH290 SI386 SJ47 SK421 SL232 SM378 SN221 SO252 SR597 SS211 ST239 SV503
            SX1 SY963 SZ268 TA290 TC1 TD235 TG228 TH66 TJ992 TK690 TL670 TM993 TN216 TO676 TR90 TT1 TV688 TW886 TZ255
            UA380 UG256 US1 UY598 UZ998 VA39 VC1 VE58 VG1 VI1 VN84 VU678 WF681 WS685 XK383 YE967 YT262 ZA27 ZM260
            ZW263
            """;

    /** Codes of no country: freephone, satellite and other world-wide services. */
    private static final Set<String> WORLD_WIDE = Set.of("800", "808", "870", "878", "881", "882", "883", "888", "979");

    /** Where a leading 0 is part of the number, or nobody dials one: it is kept. */
    private static final Set<String> KEEP_ZERO = Set.of(
            "IT", "SM", "VA", "BJ", "BW", "BZ", "CG", "CI", "ES", "FJ", "GA", "GR", "HK", "MO", "NC", "NE", "NO", "PL",
            "PT", "SG", "SJ", "SZ", "TO");

    private static final Map<String, String> BY_REGION = read();
    private static final Set<String> KNOWN = Set.copyOf(withWorldWide());

    private CallingCodes() {}

    private static Map<String, String> read() {
        Map<String, String> codes = new HashMap<>();
        for (String entry : TABLE.strip().split("\\s+", -1)) {
            codes.put(entry.substring(0, 2), entry.substring(2));
        }
        return Collections.unmodifiableMap(codes);
    }

    private static Set<String> withWorldWide() {
        Set<String> all = new HashSet<>(BY_REGION.values());
        all.addAll(WORLD_WIDE);
        return all;
    }

    static @Nullable String ofRegion(String region) {
        return BY_REGION.get(region.toUpperCase(Locale.ROOT));
    }

    /** The calling code with which international digits begin; codes are free of prefixes, so there is one at most. */
    static @Nullable String leading(String digits) {
        for (int length = 1; length <= 3 && length < digits.length(); length++) {
            String code = digits.substring(0, length);
            if (KNOWN.contains(code)) {
                return code;
            }
        }
        return null;
    }

    /** What people dial to leave their country, beside 00. */
    static String exit(String callingCode) {
        return switch (callingCode) {
            case "1" -> "011";
            case "81" -> "010";
            case "61" -> "0011";
            case "7" -> "810";
            default -> "00";
        };
    }

    /** National digits without what is dialled only within the country. */
    static String withoutTrunk(String region, String callingCode, String national) {
        if (callingCode.equals("1")) {
            return national.length() == 11 && national.startsWith("1") ? national.substring(1) : national;
        }
        if (callingCode.equals("7")) {
            return national.length() == 11 && national.startsWith("8") ? national.substring(1) : national;
        }
        if (callingCode.equals("36")) {
            return national.startsWith("06") ? national.substring(2) : national;
        }
        boolean dropped = national.startsWith("0") && !KEEP_ZERO.contains(region.toUpperCase(Locale.ROOT));
        return dropped ? national.substring(1) : national;
    }

    /** How many digits follow the calling code; where it is not known exactly, what E.164 allows. */
    static boolean plausible(String callingCode, String national) {
        int length = national.length();
        boolean repeated = national.chars().distinct().count() == 1 && national.charAt(0) == '0';
        if (repeated || callingCode.length() + length > 15) {
            return false;
        }
        return switch (callingCode) {
            case "1" -> length == 10;
            case "7" -> length == 10;
            // Indian toll-free numbers (1800, 1860) are written with 10, 11 or more digits.
            case "91" -> national.startsWith("1") ? length >= 8 && length <= 13 : length == 10;
            default -> length >= 4;
        };
    }
}
