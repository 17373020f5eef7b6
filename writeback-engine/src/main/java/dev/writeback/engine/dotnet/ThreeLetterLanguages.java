package dev.writeback.engine.dotnet;

/** The languages that have a code of three letters and none of two (ISO 639-2 and the cultures of .NET), in order. */
final class ThreeLetterLanguages {

    private static final String ALL =
            "ace ach ada ady aeb afa afh agq ain akk akz alb ale alg aln alt ang anp apa arc arm arn aro arp "
                    + "arq ars art arw ary arz asa ase ast ath aus avk awa bad bai bal ban baq bar bas bat bax bbc bbj "
                    + "bej bem ber bew bez bfd bfq bgn bho bik bin bjn bkm bla bnt bpy bqi bra brh brx bss btk bua bug "
                    + "bum bur byn byv cad cai car cau cay cch ccp ceb cel cgg chb chg chi chk chm chn cho chp chr chy "
                    + "cic ckb cmc cop cpe cpf cpp cps crh crp crs csb cus cze dak dar dav day del den dgr din dje doi "
                    + "dra dsb dtp dua dum dut dyo dyu dzg ebu efi egl egy eka elx enm esu ewo ext fan fat fil fit fiu "
                    + "fon frc fre frm fro frp frr frs fur gaa gag gan gay gba gbz gem geo ger gez gil glk gmh goh gom "
                    + "gon gor got grb grc gre gsw guc gur guz gwi hai hak haw hif hil him hit hmn hsb hsn hup iba ibb "
                    + "ice ijo ilo inc ine inh ira iro izh jam jbo jgo jmc jpr jrb jut kaa kab kac kaj kam kar kaw kbd "
                    + "kbl kcg kde kea ken kfo kgp kha khi kho khq khw kiu kkj kln kmb koi kok kos kpe krc kri krj krl "
                    + "kro kru ksb ksf ksh kum kut lad lag lah lam lez lfn lij liv lkt lmo lol lou loz lrc ltg lua lui "
                    + "lun luo lus luy lzh lzz mac mad maf mag mai mak man mao map mas may mde mdf mdr men mer mfe mga "
                    + "mgh mgo mic min mkh mnc mni mno moh mos mrj mua mun mus mwl mwr mwv mye myn myv mzn nah nai nan "
                    + "nap naq nds new nia nic niu njo nmg nnh nog non nov nqo nso nub nus nwc nym nyn nyo nzi osa ota "
                    + "oto paa pag pal pam pap pau pcd pcm pdc pdt peo per pfl phi phn pms pnt pon pra prg pro prs quc "
                    + "qug quz raj rap rar rgn rif roa rof rom rtm rue rug rum rup rwk sad sah sai sal sam saq sas sat "
                    + "saz sba sbp scn sco sdc sdh see seh sei sel sem ses sga sgn sgs shi shn shu sid sio sit sla sli "
                    + "slo sly sma smi smj smn sms snk sog son srn srr ssa ssy stq suk sus sux swb syc syr szl tai tcy "
                    + "tem teo ter tet tib tig tiv tkl tkr tlh tli tly tmh tog tpi tru trv tsd tsi ttt tum tup tut tvl "
                    + "twq tyv tzm udm uga umb vai vec vep vls vmf vot vro vun wae wak wal war was wbp wel wen wuu xal "
                    + "xmf xog yao yap yav ybb ypk yrl yue zap zbl zea zen zgh znd zun zza";

    private ThreeLetterLanguages() {}

    /** Whether this is one of them, in lower case. */
    static boolean contains(String code) {
        for (int i = 0; i < ALL.length(); i += 4) {
            if (ALL.startsWith(code, i)) {
                return true;
            }
        }
        return false;
    }
}
