package io.armature.packs

import groovy.transform.CompileStatic
import java.text.Normalizer

/**
 * Countries and currencies for the pack `core`, from the JDK's own data: ISO 3166-1 and ISO 4217, names from CLDR.
 * `StandardCodesSpec` compares the pack's files with these texts; run it with -Darmature.rewrite=true after a JDK brought
 * new codes or names, and review what changed.
 */
@CompileStatic
final class StandardCodes {

    /** Codes of ISO 4217 that no country has for its everyday money: funds, metals, accounts; the last two for no use. */
    private static final List<String> WITHOUT_COUNTRY = ('BOV CHE CHW CLF COU MXV USN UYI VED XAD ' +
            'XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XUA XTS XXX').split(' ').toList()

    /** Too special for a list to choose from: there, but not active. */
    private static final Set<String> INACTIVE = ('BOV CHE CHW CLF COU MXV USN UYI XAD ' +
            'XBA XBB XBC XBD XSU XUA XTS XXX').split(' ').toList() as Set

    /** The one thing the JDK does not know: the numeric codes of ISO 3166-1. */
    private static final String NUMERIC_CODES = '''
            ABW533 AFG004 AGO024 AIA660 ALA248 ALB008 AND020 ARE784 ARG032 ARM051 ASM016 ATA010 ATF260 ATG028
            AUS036 AUT040 AZE031 BDI108 BEL056 BEN204 BES535 BFA854 BGD050 BGR100 BHR048 BHS044 BIH070 BLM652
            BLR112 BLZ084 BMU060 BOL068 BRA076 BRB052 BRN096 BTN064 BVT074 BWA072 CAF140 CAN124 CCK166 CHE756
            CHL152 CHN156 CIV384 CMR120 COD180 COG178 COK184 COL170 COM174 CPV132 CRI188 CUB192 CUW531 CXR162
            CYM136 CYP196 CZE203 DEU276 DJI262 DMA212 DNK208 DOM214 DZA012 ECU218 EGY818 ERI232 ESH732 ESP724
            EST233 ETH231 FIN246 FJI242 FLK238 FRA250 FRO234 FSM583 GAB266 GBR826 GEO268 GGY831 GHA288 GIB292
            GIN324 GLP312 GMB270 GNB624 GNQ226 GRC300 GRD308 GRL304 GTM320 GUF254 GUM316 GUY328 HKG344 HMD334
            HND340 HRV191 HTI332 HUN348 IDN360 IMN833 IND356 IOT086 IRL372 IRN364 IRQ368 ISL352 ISR376 ITA380
            JAM388 JEY832 JOR400 JPN392 KAZ398 KEN404 KGZ417 KHM116 KIR296 KNA659 KOR410 KWT414 LAO418 LBN422
            LBR430 LBY434 LCA662 LIE438 LKA144 LSO426 LTU440 LUX442 LVA428 MAC446 MAF663 MAR504 MCO492 MDA498
            MDG450 MDV462 MEX484 MHL584 MKD807 MLI466 MLT470 MMR104 MNE499 MNG496 MNP580 MOZ508 MRT478 MSR500
            MTQ474 MUS480 MWI454 MYS458 MYT175 NAM516 NCL540 NER562 NFK574 NGA566 NIC558 NIU570 NLD528 NOR578
            NPL524 NRU520 NZL554 OMN512 PAK586 PAN591 PCN612 PER604 PHL608 PLW585 PNG598 POL616 PRI630 PRK408
            PRT620 PRY600 PSE275 PYF258 QAT634 REU638 ROU642 RUS643 RWA646 SAU682 SDN729 SEN686 SGP702 SGS239
            SHN654 SJM744 SLB090 SLE694 SLV222 SMR674 SOM706 SPM666 SRB688 SSD728 STP678 SUR740 SVK703 SVN705
            SWE752 SWZ748 SXM534 SYC690 SYR760 TCA796 TCD148 TGO768 THA764 TJK762 TKL772 TKM795 TLS626 TON776
            TTO780 TUN788 TUR792 TUV798 TWN158 TZA834 UGA800 UKR804 UMI581 URY858 USA840 UZB860 VAT336 VCT670
            VEN862 VGB092 VIR850 VNM704 VUT548 WLF876 WSM882 YEM887 ZAF710 ZMB894 ZWE716
            '''.strip()

    private static final Map<String, String> NUMERIC = NUMERIC_CODES.split(/\s+/).collectEntries { String it ->
        [it.substring(0, 3), it.substring(3)]
    }

    private StandardCodes() {
    }

    static String countries() {
        csv('code,alpha3,numeric,name,name@fr,currency.code', Locale.getISOCountries().toSorted().collect { String code ->
            def country = Locale.of('', code)
            def currency = Currency.getInstance(country)
            [code, country.ISO3Country, numeric(country), country.getDisplayCountry(Locale.ENGLISH),
             country.getDisplayCountry(Locale.FRENCH), currency?.currencyCode ?: '']
        })
    }

    static String currencies() {
        csv('code,numeric,name,name@fr,symbol,digits,active', activeCurrencies().collect { String code ->
            def currency = Currency.getInstance(code)
            [code, currency.numericCodeAsString, currency.getDisplayName(Locale.ENGLISH),
             currency.getDisplayName(Locale.FRENCH), symbol(currency),
             currency.defaultFractionDigits < 0 ? '' : currency.defaultFractionDigits as String,
             (!(code in INACTIVE)) as String]
        })
    }

    private static Set<String> activeCurrencies() {
        def everyday = Locale.getISOCountries().collect { String it -> Currency.getInstance(Locale.of('', it)) }
        (everyday.findAll()*.currencyCode + WITHOUT_COUNTRY) as TreeSet<String>
    }

    /** As in a country that pays with it, where that is shorter than the code. */
    private static String symbol(Currency currency) {
        def symbols = Locale.availableLocales
                .findAll { Locale it -> it.country in Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2) && Currency.getInstance(it) == currency }
                .collect { Locale it -> Normalizer.normalize(currency.getSymbol(it), Normalizer.Form.NFKC) }
                .findAll { String it -> it.length() < 3 && it.matches(/[\p{Sc}\p{IsLatin}.\/]+/) }
        def votes = symbols.countBy { String it -> it }
        votes.sort { left, right -> right.value <=> left.value ?: left.key <=> right.key }.keySet()
                .find() as String ?: currency.currencyCode
    }

    private static String numeric(Locale country) {
        Objects.requireNonNull(NUMERIC[country.ISO3Country], "ISO 3166 has a new country: $country")
    }

    private static String csv(String header, List<List<String>> rows) {
        ([header] + rows.collect { List<String> row -> row.collect { String it -> cell(it) }.join(',') }).join('\n') + '\n'
    }

    private static String cell(String value) {
        value.contains(',') || value.contains('"') ? '"' + value.replace('"', '""') + '"' : value
    }
}
